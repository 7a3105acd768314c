import type { Viewer } from '../kernel/viewer.ts';
import { ACCEPTED_EVIDENCE, EVIDENCE_LIMITS } from '../filings/evidence.ts';
import { formView, type Rejected } from '../web/forms.ts';
import { mayAddFiles } from './add-verification-files.ts';
import type { VerificationDetail } from './verification-queries.ts';

const sizeOf = (bytes: number): string => (bytes < 1024 * 1024 ? `${String(Math.max(1, Math.round(bytes / 1024)))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

/** What was brought home: the files with the beginning of their digest, and room for more for whoever recorded the verification. */
export function filesView({ t, actor }: Viewer, found: VerificationDetail, rejected: Rejected | null) {
  const complaint = rejected?.complaints.find((c) => c.field === 'files');
  const drop = {
    id: 'field-files', name: 'files', label: t('supervision.verification.files_field'), hint: t('supervision.verification.files_hint', { max: EVIDENCE_LIMITS.filesPerFiling }),
    error: complaint === undefined ? null : t(complaint.key, complaint.values), accept: ACCEPTED_EVIDENCE, multiple: true,
  };
  return {
    list: found.files.map((f) => ({ href: `/verification-files/${String(f.id)}`, name: f.fileName, size: sizeOf(f.size), digest: f.sha256.slice(0, 12) })),
    upload: mayAddFiles(actor, found) ? { form: formView(t, `/verifications/${String(found.id)}/files`, null, rejected), drop } : null,
  };
}
