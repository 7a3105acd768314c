import { TurnTaking, TurnTimeout } from '../../../src/kernel/db/turn-taking.ts';

describe('people who wait for their turn', () => {
  test('get it in the order in which they came', async () => {
    const turns = new TurnTaking();
    const order: number[] = [];
    await Promise.all([1, 2, 3, 4].map((n) => turns.inTurn(async () => {
      await Promise.resolve();
      order.push(n);
    })));
    expect(order).toEqual([1, 2, 3, 4]);
  });

  test('get it after somebody failed', async () => {
    const turns = new TurnTaking();
    await expect(turns.inTurn(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await turns.inTurn(() => 'mine')).toBe('mine');
  });

  test('may leave the line, and those behind them are still called', async () => {
    const turns = new TurnTaking();
    const release = await turns.take();
    const impatient = expect(turns.take(20)).rejects.toThrow(TurnTimeout);
    const patient = turns.inTurn(() => 'mine');
    await impatient;
    release();
    expect(await patient).toBe('mine');
  });

  test('cannot give up a turn twice and so let two in', async () => {
    const turns = new TurnTaking();
    const first = await turns.take();
    const second = turns.take();
    first();
    await second;
    first();
    await expect(turns.take(20)).rejects.toThrow(TurnTimeout);
  });
});
