import type { Day } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';

/** A day of a calendar (RFC 5545). */
export interface IcsEvent {
  uid: string;
  day: Day;
  summary: string;
  description: string;
  url: string | null;
}

const OCTETS_IN_LINE = 75;

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
const compact = (day: Day): string => day.replaceAll('-', '');
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Lines longer than 75 octets go on after a line end and a space; a character is never cut in two. */
export function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character, 'utf8');
    if (octets + size > OCTETS_IN_LINE) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

const eventLines = ({ uid, day, summary, description, url }: IcsEvent, at: Date): string[] => [
  'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp(at)}`,
  // All-day: a date without a time belongs to no zone, and its end is the day after.
  `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
  `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, ...(url === null ? [] : [`URL:${url}`]),
  'TRANSP:TRANSPARENT', 'END:VEVENT',
];

/** A calendar as programmes subscribe to it. @param at when it was made */
export function icsOf(name: string, events: readonly IcsEvent[], at: Date): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Luoshi//Due days//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`, 'X-WR-TIMEZONE:Asia/Shanghai', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, at)), 'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
