import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  bytes: Buffer;
  /** What the directory claims, when it lies. */
  claimed?: number;
  encrypted?: boolean;
  /** Offset of another entry's data, for entries that share their bytes. */
  sharedWith?: number;
}

/** A zip file written by hand, so that it can be as wrong as an attacker's. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes);
    const at = part.sharedWith === undefined ? offset : (offsets[part.sharedWith] ?? 0);
    offsets.push(at);
    const name = Buffer.from(part.name);
    const fields = header(part, packed.length);
    if (part.sharedWith === undefined) {
      const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed]);
      bodies.push(local);
      offset += local.length;
    }
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, entry, name]));
  }
  return new Uint8Array(Buffer.concat([...bodies, ...directory, ending(parts.length, Buffer.concat(directory).length, offset)]));
}

/** Version, flags, method, time, checksum, sizes and length of the name: the same in both headers. */
function header(part: Part, packed: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc32(part.bytes), 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(part.claimed ?? part.bytes.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(part.name), 22);
  return fields;
}


function ending(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
