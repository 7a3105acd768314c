import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { actionView, confirmView, emptyView, pageHead, tagView, termView, type Confirm } from '../web/view-parts.ts';
import { mayPress } from './press-policy.ts';
import { PEER_GROUPS } from './sample-forms.ts';
import type { SampleDetail, SampleLine } from './sample-queries.ts';
import { SAMPLE_SIZE, SAMPLE_SOURCES } from './sampling.ts';
import { supervisionTabs } from './supervision-tabs.ts';
import { verdictTag } from './verification-pages.ts';

const DEFAULT_SIZE = 5;

export function sampleListPage(viewer: Viewer, { lines, total, page }: { lines: SampleLine[]; total: number; page: number }, rejected: Rejected | null): Page {
  const { t, actor } = viewer;
  return {
    view: 'supervision/samples',
    data: {
      title: t('supervision.samples.title'),
      head: pageHead(t('supervision.samples.title'), { summary: t('supervision.count', { count: total }) }),
      tabs: supervisionTabs(viewer, 'samples'),
      draw: mayPress(actor) ? drawForm(viewer, rejected) : null,
      rows: lines.map((line) => ({
        href: `/supervision/samples/${String(line.id)}`, number: line.number, purpose: line.purpose, drawnOn: dayOf(line.drawnAt),
        size: t('supervision.samples.size', { size: line.size, of: (JSON.parse(line.population) as string[]).length }), verified: line._count.verifications,
      })),
      paging: paging(total, page, '/supervision/samples', PAGE_SIZE),
      empty: emptyView('target', t('supervision.samples.empty'), t('supervision.samples.empty_hint')),
    },
  };
}

function drawForm({ t }: Viewer, rejected: Rejected | null): Confirm {
  const fields = [
    fieldView(t, { name: 'purpose', label: t('supervision.sample.purpose'), required: true }, rejected),
    fieldView(t, { name: 'source', label: t('supervision.sample.source'), kind: 'choice', required: true, value: 'live', choices: SAMPLE_SOURCES.map((s) => ({ value: s, label: t(`supervision.sample.source_${s}`) })) }, rejected),
    fieldView(t, { name: 'group', label: t('supervision.sample.group'), kind: 'choice', choices: [{ value: '', label: t('supervision.sample.all_groups') }, ...PEER_GROUPS.map((g) => ({ value: g, label: t(`tasks.group.${g}`) }))] }, rejected),
    fieldView(t, { name: 'size', label: t('supervision.sample.size'), kind: 'number', required: true, value: DEFAULT_SIZE, hint: t('supervision.sample.size_hint', { least: SAMPLE_SIZE.least, most: SAMPLE_SIZE.most }) }, rejected),
  ];
  return confirmView(t('supervision.sample.draw'), t('supervision.sample.consequence'), t('supervision.sample.draw_button'), formView(t, '/supervision/samples', null, rejected), { fields });
}

export function samplePage(viewer: Viewer, sample: SampleDetail): Page {
  const { t } = viewer;
  return {
    view: 'supervision/sample',
    data: {
      title: sample.number,
      head: pageHead(t('supervision.sample.title', { number: sample.number }), {
        kicker: { label: t('supervision.samples.title'), href: '/supervision/samples' }, summary: sample.purpose,
        tags: [sample.repeated ? tagView(t('supervision.sample.repeated'), 'ok') : tagView(t('supervision.sample.not_repeated'), 'bad')],
      }),
      facts: { items: [
        termView(t('supervision.sample.seed'), sample.seed, { note: t('supervision.sample.seed_note') }),
        termView(t('supervision.sample.population'), t('supervision.samples.size', { size: sample.size, of: sample.population.length }), { note: t('supervision.sample.population_note') }),
        termView(t('supervision.sample.drawn'), `${sample.drawnBy} ${dayOf(sample.drawnAt)}`),
      ] },
      population: sample.population.join(t('audit.list_comma')),
      rows: sample.items.map((item) => itemView(viewer, sample, item)),
    },
  };
}

function itemView(viewer: Viewer, sample: SampleDetail, { rank, task }: SampleDetail['items'][number]) {
  const { t, actor } = viewer;
  const found = sample.verifications.find((v) => v.taskId === task.id);
  const href = `/tasks/${String(task.id)}/verifications/new?sample=${String(sample.id)}`;
  return {
    rank, href: `/tasks/${String(task.id)}`, number: task.number ?? '', title: task.title, unit: task.leadUnit?.shortName ?? '',
    found: found === undefined ? null : { href: `/verifications/${String(found.id)}`, number: found.number, verdict: verdictTag(viewer, found.verdict) },
    action: found === undefined && mayPress(actor) ? actionView(t('supervision.next.verify'), href, { look: 'outline-primary' }) : null,
  };
}
