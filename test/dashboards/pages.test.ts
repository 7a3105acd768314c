import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';
import { setDesks, type DeskScene } from './desk-scene.ts';

describe.each(databases)('first pages on %s', (kind) => {
  let context: TestContext;
  let scene: DeskScene;
  let app: Express;
  beforeAll(async () => {
    context = await testContext(kind, { settings: { DEMONSTRATION: '1' } });
    scene = await setDesks(context);
    app = buildApp(context);
  });
  afterAll(() => context.done());

  const page = async (login: string, path: string): Promise<{ status: number; text: string }> => (await signInAs(app, login)).get(path);

  test.each([
    ['duchashi', ['填报待审核', '办结申请待审核', '延期申请待审批', '草稿未交办', '满 2 个工作日未签收', '未分解事项', '谁在等督查室', '各章在办任务']],
    ['duchayuan', ['逾期任务', '1–7 天', '8–30 天', '30 天以上', '逾期任务轮到谁办']],
    ['shangwu-head', ['待回复的催办与通知', '逾期未办结', '被退回', '待签收', '待审签', '填报已逾期', '临近时限', '近两周延期审批结果', '数据不清']],
    ['shangwu', ['被退回', '待填报', '未送审的填报']],
    ['changshaxian-head', ['待签收', '填报已逾期', '本单位牵头的在办任务']],
    ['shizhang', ['在办', '滞后', '办结', '覆盖率', '上月末', '本月转红', '市直单位', '区县市', '园区平台']],
    ['shenji', ['逐条校验一致', '最新日志', '登记批示']],
    ['admin', ['被锁定的账号', '没有人员的单位', '市工业和信息化局', '未修改初始密码']],
  ])('show %s what that desk is for', async (login, words) => {
    const { status, text } = await page(login, '/');
    expect(status).toBe(200);
    for (const word of words) expect(text).toContain(word);
  });

  test('show a bureau nothing of another, in piles, numbers or links', async () => {
    for (const login of ['fagai-head', 'fagai', 'yuhua-head', 'yuhua']) {
      const { text } = await page(login, '/');
      for (const title of ['逾期任务 2023-06-10', '快到期的任务', '智慧商圈验收', '申请延期的任务', '刚交办的任务', '还在草拟的任务', '数据不清']) expect(text).not.toContain(title);
    }
    expect((await page('shangwu-head', '/')).text).not.toContain('别局未签收的任务');
  });

  test('open the whole of a pile for those who have it and for nobody else', async () => {
    expect((await page('shangwu-head', '/desk/late_report')).status).toBe(200);
    for (const [login, pile] of [['shangwu', 'signoff'], ['shizhang', 'late_report'], ['duchashi', 'signoff'], ['duchashi', 'locked'], ['admin', 'returned'], ['duchashi', 'closing']] as const) {
      expect((await page(login, `/desk/${pile}`)).status).toBe(404);
    }
  });

  test('keep the dashboard for leaders, supervisors and inspectors', async () => {
    for (const login of ['shizhang', 'duchashi', 'duchayuan']) expect((await page(login, '/dashboard')).text).toContain('市直单位');
    for (const login of ['shangwu-head', 'yuhua', 'shenji', 'admin']) expect((await page(login, '/dashboard')).status).toBe(403);
    expect((await page('shizhang', `/dashboard?plan=${scene.planId}`)).status).toBe(200);
    expect((await page('shizhang', '/dashboard?plan=nonsense')).status).toBe(200);
  });
});
