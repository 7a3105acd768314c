import type { Actor, Role } from '../../src/kernel/actor.ts';
import type { Context } from '../../src/kernel/context.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { hashPassword } from '../../src/accounts/password.ts';
import { Chance } from './history/chance.ts';

const SURNAMES = Array.from('李王张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文');
const GIVEN = ['伟', '敏', '静', '丽', '强', '磊', '洋', '艳', '勇', '军', '杰', '娟', '涛', '明', '超', '霞', '平', '刚', '桂英', '志远', '建华', '晓东', '文博', '雨桐', '思远', '佳宁', '振华', '永康', '海波', '玉兰', '国栋', '春梅', '立群', '宏伟', '雅琴', '子豪', '一鸣', '婉清', '长青', '新民'];

/** Those who move in the demonstration's last weeks. */
const COLLEAGUES = [
  { login: 'shangwu-2', unit: 'shangwu', name: '罗一鸣', title: '综合处科员' },
  { login: 'fagai-2', unit: 'fagai', name: '谭文博', title: '综合处科员' },
] as const;

/** A head and a clerk for every unit that has none yet. */
export async function seedPeople({ db, wallClock }: Context): Promise<void> {
  const chance = new Chance(20_210_108);
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const createdAt = wallClock.now();
  const units = await db.unit.findMany({ orderBy: { sort: 'asc' }, select: { id: true, code: true, posts: { select: { role: true } } } });
  for (const unit of units) {
    for (const role of ['head', 'clerk'] as const) {
      if (unit.posts.some((p) => p.role === role)) continue;
      const login = role === 'head' ? `${unit.code}-head` : unit.code;
      if ((await db.account.count({ where: { login } })) > 0) continue;
      await db.account.create({
        data: {
          login, name: chance.pick(SURNAMES) + chance.pick(GIVEN), passwordHash, mustChangePassword: false, isDemonstration: true, createdAt,
          posts: { create: { unitId: unit.id, role, title: role === 'head' ? '主要负责人' : '联络员', createdAt } },
        },
      });
    }
  }
  for (const { login, unit, ...person } of COLLEAGUES) {
    const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code: unit }, select: { id: true } });
    await db.account.create({ data: { login, name: person.name, passwordHash, mustChangePassword: false, isDemonstration: true, createdAt, posts: { create: { unitId, role: 'clerk', title: person.title, createdAt } } } });
  }
}

/** Everybody of the demonstration by unit and role. */
export class People {
  readonly #actors: Actor[];
  constructor(actors: Actor[]) {
    this.#actors = actors;
  }

  static async of({ db }: Context): Promise<People> {
    const posts = await db.post.findMany({ include: { account: true, unit: true }, orderBy: { id: 'asc' } });
    return new People(posts.map((p) => ({
      accountId: p.accountId, postId: p.id, name: p.account.name, title: p.title, role: p.role as Role, unitId: p.unitId, unitName: p.unit.shortName, unitKind: p.unit.kind,
    })));
  }

  of(role: Role, unitId: number): Actor {
    const found = this.#actors.find((a) => a.role === role && a.unitId === unitId);
    if (found === undefined) throw new Error(`nobody is ${role} of unit ${unitId}`);
    return found;
  }

  /** The n-th person with that role in the city. */
  any(role: Role, n = 0): Actor {
    const found = this.#actors.filter((a) => a.role === role)[n];
    if (found === undefined) throw new Error(`there is no ${role}`);
    return found;
  }
}
