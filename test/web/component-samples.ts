import { ageMatrix } from '../../src/web/charts/age-matrix.ts';
import { barList } from '../../src/web/charts/bar-list.ts';
import { courseChart } from '../../src/web/charts/course-chart.ts';
import { holderStrip } from '../../src/web/charts/holder-strip.ts';
import { progressBar } from '../../src/web/charts/progress-bar.ts';
import { stackedBar, type StackedBar } from '../../src/web/charts/stacked-bar.ts';
import { trendLine } from '../../src/web/charts/trend-line.ts';
import { fieldView, formView } from '../../src/web/forms.ts';
import { paging } from '../../src/web/paging.ts';
import * as parts from '../../src/web/view-parts.ts';
import { wordsIn } from '../../src/kernel/text.ts';

const t = wordsIn('zh-CN');
const rejected = { status: 422, complaints: [{ key: 'errors.required', field: 'reason' }], typed: {} };

const bar = (label: string, green: number, yellow: number, red: number, grey: number, gap: number): StackedBar => stackedBar(label, [
  { code: 'green', label: '正常', count: green, href: '/tasks?light=green' }, { code: 'yellow', label: '滞后', count: yellow, href: '/tasks?light=yellow' },
  { code: 'red', label: '逾期', count: red, href: '/tasks?light=red' }, { code: 'grey', label: '未启动', count: grey, href: null },
  { code: 'gap', label: '未分解', count: gap, href: '/plans/1?show=gaps' },
]);
const chapters = [
  { label: '三、打造国家重要先进制造业中心', href: '/plans/1?chapter=3', note: null, bar: bar('三', 24, 6, 3, 2, 4) },
  { label: '四、打造国家科技创新中心', href: '/plans/1?chapter=4', note: '红 1 项', bar: bar('四', 31, 2, 1, 0, 9) },
  { label: '五、打造国际文化创意中心', href: null, note: null, bar: bar('五', 12, 0, 0, 6, 0) },
];

/** One example of the data of every partial under views/components, made as pages make it. */
export const componentSamples: Record<string, object> = {
  icon: { name: 'plan' },
  light: parts.lightView(t, 'yellow', { pending: true, why: '落后应达进度 14 个百分点', href: '/tasks/12' }),
  tag: parts.tagView('牵头', 'info', { icon: 'flag' }),
  action: parts.actionView('签收', '/tasks/12/signature', { look: 'primary', post: true, hidden: [{ name: 'version', value: '3' }] }),
  'page-head': parts.pageHead('加快建设国家重要先进制造业中心', {
    kicker: { label: '交办〔2021〕15号', href: '/tasks' }, light: parts.lightView(t, 'red'), tags: [parts.tagView('重点', 'warn')], summary: '由市商务局牵头，9 个区县市参加',
    actions: [parts.actionView('办结', '/tasks/12/closing', { whyNot: '先由牵头单位申请办结' }), parts.actionView('填报', '/tasks/12/filing', { look: 'primary', icon: 'edit' })],
  }),
  chips: { label: '灯', items: [parts.chipView('全部', '/tasks', { count: 120, current: true }), parts.chipView('逾期', '/tasks?light=red', { count: 0 }), parts.chipView('市商务局', '/tasks', { removable: true })] },
  tabs: { label: '视图', items: [parts.chipView('任务', '/a', { current: true, count: 12 }), parts.chipView('记录', '/b')] },
  empty: parts.emptyView('ledger', '还没有任务', '在规划文本中选一句话，点“建立任务”。', parts.actionView('打开规划文本', '/plans', { look: 'primary' })),
  pager: paging(312, 2, '/tasks?light=red'),
  timeline: { items: [
    parts.timelineItem('2023-06-12', '退回 2023年5月填报', { time: '15:20', who: '督查室 周明远', icon: 'return', tone: 'bad', text: '完成情况与附件不一致，请核实后重报。', tags: [parts.tagView('第2次')], files: [{ label: '会议纪要.pdf', href: '/evidence/1' }] }),
    parts.timelineItem('2023-06-02', '报送 2023年5月填报', { who: '市商务局 李晓雯', icon: 'send', tone: 'info', href: '/filings/9' }),
    parts.timelineItem('2021-02-01', '交办', { icon: 'flag' }),
  ] },
  'stacked-bar': bar('全市', 67, 8, 4, 8, 13),
  figures: bar('全市', 67, 8, 4, 8, 13),
  part: bar('全市', 67, 8, 4, 8, 13).segments[0] ?? {},
  'bar-rows': { label: '各章', rows: chapters },
  'small-multiples': { items: ['芙蓉区', '天心区', '岳麓区', '开福区', '雨花区', '望城区', '长沙县', '浏阳市', '宁乡市'].map((label, i) => ({ label, href: '/tasks', note: i === 4 ? '待填报 3' : null, bar: bar(label, 20 - i, i % 4, i % 3, 2, 0) })) },
  'bar-list': barList([{ label: '市商务局', count: 14, note: '最久 38 天', href: '/tasks' }, { label: '雨花区', count: 6, note: null, href: null }, { label: '督查室', count: 3, note: null, href: null }]),
  'progress-bar': progressBar(45, 59),
  course: courseChart('进度：应达 59%，实报 45%', { from: '2023-01-01', to: '2023-12-31', now: 0.45 }, {
    expected: [{ at: 0, percent: 0 }, { at: 0.5, percent: 60 }, { at: 1, percent: 100 }], actual: [{ at: 0.08, percent: 10 }, { at: 0.42, percent: 45 }],
    marks: [{ at: 0.25, percent: 30, code: 'done', title: '印发方案' }, { at: 0.4, percent: 50, code: 'missed', title: '开工' }, { at: 1, percent: 100, code: 'open', title: '建成' }],
  }),
  'holder-strip': holderStrip([
    { holder: 'supervisor', label: '督查室', from: '2023-01-01', to: '2023-01-09', days: 8 }, { holder: 'lead', label: '市商务局', from: '2023-01-09', to: '2023-03-20', days: 70 },
    { holder: 'support', label: '市发展改革委', from: '2023-03-20', to: '2023-04-15', days: 26 }, { holder: 'supervisor', label: '督查室', from: '2023-04-15', to: '2023-04-19', days: 4 },
    { holder: 'district', label: '雨花区', from: '2023-04-19', to: '2023-06-15', days: 57 },
  ]),
  'age-matrix': ageMatrix({
    caption: '逾期任务', corner: '单位', columns: ['1–7 天', '8–30 天', '30 天以上'], hrefOf: (row, column) => `/supervision?row=${String(row)}&column=${String(column)}`,
    rows: [{ label: '市商务局', href: '/units/1', counts: [3, 1, 0] }, { label: '雨花区', href: null, counts: [0, 4, 8] }, { label: '市住房城乡建设局', href: null, counts: [1, 0, 2] }],
  }),
  'matrix-cell': { count: 3, href: '/supervision', level: 2 },
  trend: trendLine('逾期', [4, 6, 5, 9, 7, 12].map((value, i) => ({ label: `2023-0${String(i + 1)}`, value }))) ?? {},
  metric: parts.metricView('逾期', 12, { unit: '项', before: '上月 9', change: '+3', href: '/tasks?light=red', light: 'red' }),
  dl: { items: [
    parts.termView('办结时限', '2023-12-31', { struck: '2023-06-30', note: '2023-05-20 批准延期' }), parts.termView('牵头单位', '市商务局', { href: '/units/1' }),
    parts.termView('灯', null, { light: parts.lightView(t, 'grey') }), parts.termView('完成标准', '社会消费品零售总额年均增长 8% 以上'),
  ] },
  pile: parts.pileView('to-sign', '待签收', 2, [
    parts.pileRow('培育建设国际消费中心城市', '/tasks/12', { number: '交办〔2023〕15号', meta: ['第23条第2段第1句', '牵头'], warn: '已等 3 个工作日', action: parts.actionView('签收', '/tasks/12/signature', { post: true, look: 'primary' }) }),
    parts.pileRow('实施文化惠民工程', '/tasks/13', { light: parts.lightView(t, 'green'), meta: ['第31条第1段第2句'] }),
  ], { href: '/tasks?waiting=sign', icon: 'sign', tone: 'info' }),
  'pile-row': parts.pileRow('实施文化惠民工程', '/tasks/13'),
  confirm: parts.confirmView('撤销任务', '撤销后各单位不再填报，编号保留，须另一名督查人员确认。', '确认撤销', formView(t, '/tasks/12/withdrawal', 3, null), { danger: true, fields: [fieldView(t, { name: 'reason', label: '理由', kind: 'area', rows: 2, required: true }, null)] }),
  steps: { label: '导入', items: parts.stepsView(['上传', '识别', '校对', '发布'], 2) },
  quote: { text: '培育建设国际消费中心城市，打造“夜经济”升级版。', citation: '第23条第2段第1句', href: '/plans/1?at=s23.2.1' },
  field: fieldView(t, { name: 'reason', label: '延期理由', kind: 'area', hint: '写明客观原因', required: true }, rejected),
  'field-state': fieldView(t, { name: 'reason', label: '延期理由', required: true }, null),
  'form-start': formView(t, '/tasks/12/extension', 3, null),
  'form-errors': formView(t, '/tasks/12/extension', 3, rejected),
  'unit-choice': { id: 'field-lead', name: 'lead', label: '牵头单位', hint: '输入单位名称或拼音首字母', error: null, required: true, choices: [{ value: '', label: '', initials: '', selected: true }, { value: '7', label: '市商务局', initials: 'sswj', selected: false }, { value: '8', label: '市发展改革委', initials: 'sfzggw', selected: false }] },
  'file-drop': { id: 'field-files', name: 'files', label: '佐证材料', hint: 'PDF、Word、Excel、图片，每个不超过 20 MB', error: null, accept: '.pdf,.docx', multiple: true },
};
