import fs from 'node:fs';

/** Numbers by which Linux names file systems that pass the file locks of SQLite on to another machine, or drop them. */
const NETWORK_DISKS = new Map<number, string>([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9p'],
  [0x65735546, 'FUSE'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
  [0x19830326, 'BeeGFS'],
  [0x786f4256, 'a VirtualBox shared folder'],
]);

/**
 * The kind of network disk behind a number of `statfs`, null for a local one.
 * @param type signed or unsigned, as the system gives it
 */
export const networkDisk = (type: number): string | null => NETWORK_DISKS.get(type >>> 0) ?? null;

/** The kind of network disk that a folder lies on; null where it is local, or where the system (not Linux) has no such numbers. */
export const networkDiskOf = (folder: string): string | null =>
  process.platform === 'linux' ? networkDisk(fs.statfsSync(folder).type) : null;
