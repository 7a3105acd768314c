import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';

const reference = loadReference();

/** Who leads, who joins in, whom the text does not name, whether they share it, and until when. */
function dutyIn(remark: string): unknown[] {
  const { responsibilities } = readPlan(`一、任务\n1.重点。做好工作${remark}\n2.其他。做好服务。`, reference);
  return responsibilities.map((one) => [one.lead, one.others, one.generic, one.joint, one.deadline]);
}

describe('Who is responsible is read however the office writes it', () => {
  it.each([
    ['〔牵头单位：市发展改革委；责任单位：市财政局，各县（市、区）政府〕', ['市发展改革委'], ['市财政局'], ['各县（市、区）政府'], false, []],
    ['[责任单位：市交通运输局，各区县政府]', [], ['市交通运输局'], ['各区县政府'], true, []],
    ['（市商务局会同市民政局、市财政局负责，2023年10月底前完成）', ['市商务局'], ['市民政局', '市财政局'], [], false, ['2023年10月底前']],
    ['（市科技局、市财政局按职责分工负责，各区人民政府、管委会配合）', ['市科技局', '市财政局'], [], ['各区人民政府', '管委会'], false, []],
    ['责任单位：市财政局、市教育局。', [], ['市财政局', '市教育局'], [], true, []],
    ['（省发展改革委牵头，省直有关部门按职责分工负责，以下均需各市州落实，不再列出）', ['省发展改革委'], [], ['省直有关部门'], false, []],
    ['（市水利局）', [], ['市水利局'], [], true, []],
  ])('%s', (remark, ...duty) => {
    expect(dutyIn(`。${remark}`)).toEqual([duty]);
  });

  it.each(['（长沙县）', '（县、市）', '（含市财政局）', '（2023年）'])('and %s says nothing of the kind', (remark) => {
    expect(dutyIn(`${remark}。`)).toEqual([]);
  });
});
