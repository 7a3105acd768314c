import type { Role } from '../kernel/actor.ts';

/** The password of every demonstration account; such accounts cannot sign in outside the demonstration. */
export const DEMONSTRATION_PASSWORD = 'Luoshi-2023';

export interface CastMember {
  login: string;
  name: string;
  role: Role;
  /** code of the unit */
  unit: string;
  /** its short name, for the sign-in page */
  unitName: string;
  title: string;
}

/** One sign-in per role, a lead bureau, a supporting bureau and two districts; shared by seeds, tests and README. */
export const demonstrationCast: readonly CastMember[] = [
  { login: 'duchashi', name: '周明远', role: 'supervisor', unit: 'ducha', unitName: '市委督查室', title: '督查科科长' },
  { login: 'duchashi2', name: '陈静', role: 'supervisor', unit: 'ducha', unitName: '市委督查室', title: '督查科副科长' },
  { login: 'duchayuan', name: '何立新', role: 'inspector', unit: 'zfducha', unitName: '市政府督查室', title: '督查专员' },
  { login: 'shangwu-head', name: '王建国', role: 'head', unit: 'shangwu', unitName: '市商务局', title: '局长' },
  { login: 'shangwu', name: '李晓雯', role: 'clerk', unit: 'shangwu', unitName: '市商务局', title: '联络员' },
  { login: 'fagai-head', name: '刘志强', role: 'head', unit: 'fagai', unitName: '市发展改革委', title: '主任' },
  { login: 'fagai', name: '黄思琪', role: 'clerk', unit: 'fagai', unitName: '市发展改革委', title: '联络员' },
  { login: 'yuhua-head', name: '曾宪平', role: 'head', unit: 'yuhua', unitName: '雨花区', title: '区长' },
  { login: 'yuhua', name: '彭佳', role: 'clerk', unit: 'yuhua', unitName: '雨花区', title: '联络员' },
  { login: 'changshaxian-head', name: '罗文斌', role: 'head', unit: 'changshaxian', unitName: '长沙县', title: '县长' },
  { login: 'changshaxian', name: '谭雪', role: 'clerk', unit: 'changshaxian', unitName: '长沙县', title: '联络员' },
  { login: 'shizhang', name: '郑海涛', role: 'leader', unit: 'zhengfuban', unitName: '市政府办公厅', title: '副市长' },
  { login: 'shenji', name: '蒋文静', role: 'auditor', unit: 'shenji', unitName: '市审计局', title: '审计员' },
  { login: 'admin', name: '系统管理员', role: 'admin', unit: 'shuju', unitName: '市数据资源局', title: '系统管理员' },
];
