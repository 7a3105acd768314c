import { oneTimePassword } from '../../src/accounts/one-time-password.ts';
import { isPredictable, passwordProblems } from '../../src/accounts/password-rules.ts';

const problems = (password: string, profile: 'dengbao3' | 'asvs' = 'dengbao3'): string => passwordProblems(password, 'shangwu-li', profile).map((key) => key.replace('accounts.password.', '')).join(' ');

describe('a new password', () => {
  test.each(['kR7!vTq9', 'Vb8#kLm2pQ', 'Xk29-mfrT', 'Mfrtk29Bq', '山高Ab1水长流远', 'jR4hV9nQ2x'])('may be %s', (password) => {
    expect(problems(password)).toBe('');
  });

  test.each([
    ['kR7!v', 'too_short'], ['krvtqmfx', 'too_few_kinds'], ['krvtq9mfx', 'too_few_kinds'], ['SHANGWU-LI8x', 'holds_login'], ['8xil-uwgnahS', 'holds_login'],
    ['Luoshi-2023', 'predictable'], ['P@ssw0rd1', 'predictable'], ['1qaz@WSX', 'predictable'], ['!QAZ2wsx', 'predictable'], ['Changsha@2024', 'predictable'],
    ['Abc12345!', 'predictable'], ['Zhang123!', 'predictable'], ['Admin@123', 'predictable'], ['aaaaAAAA1!', 'predictable'], ['Xiangjiang#1', 'predictable'],
  ])('cannot be %s: %s', (password, why) => {
    expect(problems(password)).toBe(why);
  });

  test('is judged by length instead of kinds where the city follows ASVS', () => {
    expect(problems('kR7!vTq9', 'asvs')).toBe('too_short');
    expect(problems('fenzhimoxuke', 'asvs')).toBe('');
    expect(problems(`k${'vT7!'.repeat(40)}`, 'asvs')).toContain('too_long');
  });

  test('is not a word of this city with a year or a row of the keyboard: 500 of 500 are refused', () => {
    const words = ['Changsha', 'Hunan', 'Yuelu', 'Xiangjiang', 'Luoshi', 'Shangwu', 'Fagai', 'Zhengfu', 'Shizhang', 'Duchashi', 'Woaini', 'Password', 'Welcome', 'Liuyang', 'Furong', 'Zhongguo', 'Admin', 'Gongan', 'Malanshan', 'Renwu'];
    const tails = ['2021', '@2022', '#2023', '!2024', '_2025', '123', '@123', '1234!', '12345', '123456', 'qwe!1', '!@#1', '888', '@666', '520', '1314', 'abc1', 'asd!2021', '1qaz', 'zxc#1', '111', '000', '@1', '01', '2020!'];
    const all = words.flatMap((word) => tails.map((tail) => word + tail));
    expect(all).toHaveLength(500);
    expect(all.filter((password) => !isPredictable(password))).toEqual([]);
  });

  test('made for one sign-in keeps the rules itself, a hundred times out of a hundred', () => {
    const made = Array.from({ length: 100 }, oneTimePassword);
    expect(made.filter((password) => problems(password) !== '')).toEqual([]);
    expect(new Set(made).size).toBe(100);
  });
});
