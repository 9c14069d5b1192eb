// Numbers, money, dates and durations as people read them. Everything goes through Intl or whole-minute arithmetic;
// civil times of the documents are text and are never turned into moments of a zone.

const DAY_MS = 86_400_000;

/** How the page writes numbers and times. */
export interface Formats {
  /** Of numbers, money and dates, for example `en-US`. */
  readonly locale: string;
  /** Hours of the clock. */
  readonly clock: 12 | 24;
}

let formats: Formats & Made;

/** What is dear to make, made once for a locale. */
interface Made {
  readonly plural: Intl.PluralRules;
  readonly number: (digits: number, least?: number) => Intl.NumberFormat;
  readonly days: Readonly<Record<DayForm, Intl.DateTimeFormat>>;
}

/** Writes everything anew in this way; what was written before stays as it is. */
export function setFormats({ locale, clock }: Formats): void {
  const day = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const numbers = new Map<string, Intl.NumberFormat>();
  formats = {
    locale,
    clock,
    plural: new Intl.PluralRules(locale),
    number: (digits, least = 0) => {
      const key = `${least} ${digits}`;
      const made = numbers.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: digits });
      numbers.set(key, made);
      return made;
    },
    days: {
      short: day({ weekday: "short" }),
      weekday: day({ weekday: "long" }),
      medium: day({ weekday: "short", month: "short", day: "numeric" }),
      long: day({ weekday: "long", month: "long", day: "numeric" }),
      plain: day({ month: "short", day: "numeric" }),
      month: day({ month: "short", year: "numeric" }),
      date: day({ month: "short", day: "numeric", year: "numeric" }),
    },
  };
}

/** The locale in use. */
export function locale(): string {
  return formats.locale;
}

/** The form of the noun that goes with a number: `one`, `other` and what else the language has. */
export function pluralOf(n: number): Intl.LDMLPluralRule {
  return formats.plural.select(n);
}

/** A civil date as days since 1970-01-01. */
export function dayNumber(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split("-").map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The civil date of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The minute of the day of `2026-11-23T09:30`. */
export function minuteOf(moment: string): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

/** A moment from a day number and a minute, which may lie beyond the day. */
export function momentOf(day: number, minute: number): string {
  const whole = day + Math.floor(minute / 1440);
  const rest = ((minute % 1440) + 1440) % 1440;
  return `${dateOf(whole)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

type DayForm = "short" | "weekday" | "medium" | "long" | "plain" | "month" | "date";

/** A day in words: `Tue`, `Tuesday`, `Tue, Nov 24`, `Tuesday, November 24`, `Nov 2026` or `Nov 24, 2026`. */
export function formatDay(day: number | string, form: DayForm = "medium"): string {
  const number = typeof day === "string" ? dayNumber(day) : day;
  return formats.days[form].format(new Date(number * DAY_MS));
}

/** A day where there is little room: `Tue 24`. */
export function formatWeekday(day: number): string {
  return `${formatDay(day, "short")} ${Number(dateOf(day).slice(8))}`;
}

/** A minute of the day as `9:30`, `14:00`, or `2:00 PM` by a clock of twelve hours. */
export function formatClock(minute: number): string {
  const inDay = ((minute % 1440) + 1440) % 1440;
  if (formats.clock === 12) return `${Math.floor(inDay / 60) % 12 || 12}:${pad(inDay % 60)} ${inDay < 720 ? "AM" : "PM"}`;
  return `${Math.floor(inDay / 60)}:${pad(inDay % 60)}`;
}

/** A moment as `Tue 10:30`. */
export function formatMoment(moment: string): string {
  return `${formatDay(moment, "short")} ${formatClock(minuteOf(moment))}`;
}

/** Start and end as `10:30-11:30`, with a true range dash. */
export function formatSpan(start: number, minutes: number): string {
  return `${formatClock(start)}–${formatClock(start + minutes)}`;
}

/** Minutes as `45 min`, `1 h`, `5 h 30`. */
export function formatDuration(minutes: number): string {
  const sign = minutes < 0 ? "−" : "";
  const whole = Math.abs(Math.round(minutes));
  if (whole < 60) return `${sign}${whole} min`;
  const rest = whole % 60;
  return rest === 0 ? `${sign}${Math.floor(whole / 60)} h` : `${sign}${Math.floor(whole / 60)} h ${pad(rest)}`;
}

/** A count with thousands separators. */
export function formatCount(value: number): string {
  return formats.number(0).format(value + 0).replace("-", "−");
}

/** A text whose counts of four digits and more get thousands separators; it holds no years. */
export function grouped(text: string): string {
  return text.replaceAll(/\d{4,}/g, (digits) => formatCount(Number(digits)));
}

/** A number with at most `digits` decimals, never `-0`. */
export function formatNumber(value: number, digits = 1): string {
  const rounded = Number(value.toFixed(digits)) + 0;
  return formats.number(digits).format(rounded).replace("-", "−");
}

/** A number with exactly `digits` decimals, never `-0`. */
export function formatFixed(value: number, digits = 1): string {
  const rounded = Number(value.toFixed(digits)) + 0;
  return formats.number(digits, digits).format(rounded).replace("-", "−");
}

/** Three significant figures for text: `$1.53M`, `$243k`, `$93.50`. */
export function formatMoney(cents: number, currency = "USD"): string {
  const value = Number((cents / 100).toPrecision(3)) + 0;
  const size = Math.abs(value);
  const [scaled, suffix] = size >= 1e6 ? [value / 1e6, "M"] : size >= 1e4 ? [value / 1e3, "k"] : [value, ""];
  const digits = suffix === "" ? (size < 100 && !Number.isInteger(value) ? 2 : 0) : 2;
  const text = new Intl.NumberFormat(formats.locale, {
    style: "currency",
    currency,
    minimumFractionDigits: suffix === "" ? digits : 0,
    maximumFractionDigits: digits,
  }).format(scaled);
  return (text + suffix).replace("-", "−");
}

/** Whole amounts, for tables and exports. */
export function formatMoneyExact(cents: number, currency = "USD"): string {
  const value = Math.round(cents / 100) + 0;
  return new Intl.NumberFormat(formats.locale, { style: "currency", currency, maximumFractionDigits: 0 })
    .format(value)
    .replace("-", "−");
}

/** An amount in whole units of the currency, exact to the cent. */
export function formatMoneyValue(value: number, currency = "USD"): string {
  return new Intl.NumberFormat(formats.locale, { style: "currency", currency }).format(value + 0).replace("-", "−");
}

/** A share as `18 %`; small ones with a decimal. */
export function formatShare(share: number, digits = share !== 0 && Math.abs(share) < 0.0995 ? 1 : 0): string {
  return `${formatNumber(share * 100, digits)} %`;
}

/** A signed difference: `+4`, `−1.2`, `0`. */
export function formatSigned(value: number, format: (size: number) => string): string {
  const text = format(Math.abs(value));
  if (text === format(0)) return text;
  return value > 0 ? `+${text}` : `−${text}`;
}

/** A byte count as `12 kB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3, 0)} kB`;
  return `${formatNumber(bytes / 1e6, 1)} MB`;
}

/** A moment of this machine's clock as `Nov 24, 9:05`. */
export function formatNow(moment: string): string {
  return new Intl.DateTimeFormat(formats.locale, {
    month: "short", day: "numeric", hour: "numeric", minute: "2-digit", hour12: formats.clock === 12,
  }).format(new Date(moment));
}

/** `one`, `one and two`, `one, two, and three`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(formats.locale).format(items);
}

setFormats({ locale: "en-US", clock: 24 });
