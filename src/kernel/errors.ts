/** Values that fill the {placeholders} of a text. */
export type TextValues = Record<string, string | number>;

/** A sentence for the person who acted, by text key. `field` names the form field that it is about. */
export interface Complaint {
  key: string;
  values?: TextValues;
  field?: string;
}

/** It does not exist, or not for this person: the two must look alike (SECURITY T1). */
export class NotFound extends Error {
  constructor(what = 'object') {
    super(`not found: ${what}`);
  }
}

/** The person may see it but this act is somebody else's; the key says whose. */
export class Forbidden extends Error {
  readonly complaint: Complaint;
  constructor(key = 'errors.forbidden', values: TextValues = {}) {
    super(key);
    this.complaint = { key, values };
  }
}

/** The act cannot be done as asked: the form is wrong or the matter is not in a state for it. */
export class Refused extends Error {
  readonly complaints: Complaint[];
  constructor(complaints: Complaint[] | string, values: TextValues = {}) {
    super(typeof complaints === 'string' ? complaints : complaints.map((c) => c.key).join(', '));
    this.complaints = typeof complaints === 'string' ? [{ key: complaints, values }] : complaints;
  }
}

/** Somebody else changed it since the page was opened. */
export class Conflict extends Error {
  readonly complaint: Complaint;
  constructor(key = 'errors.conflict', values: TextValues = {}) {
    super(key);
    this.complaint = { key, values };
  }
}

/** The same form was already sent; its act is done once and stays done (SECURITY C4). */
export class AlreadySent extends Error {}
