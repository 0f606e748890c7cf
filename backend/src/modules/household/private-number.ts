/** Numbers that identify a person: when one is well-formed, and how it is shown. Pure. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK = "10X98765432";

/**
 * Whether a text is a citizen's ID number: 17 digits and their check character.
 *
 * @param text 18 characters, X in upper case
 * @source GB 11643-1999
 */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const birthOn = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const day = new Date(`${birthOn}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birthOn) return false;
  const sum = ID_WEIGHTS.reduce((all, weight, at) => all + weight * Number(text.charAt(at)), 0);
  return ID_CHECK.charAt(sum % 11) === text.charAt(17);
}

/**
 * Whether a text is a bank card number: 16 to 19 digits with a check digit.
 *
 * @source ISO/IEC 7812-1, annex B (Luhn)
 */
export function isBankCard(text: string): boolean {
  if (!/^\d{16,19}$/.test(text)) return false;
  const digits = Array.from(text, Number).reverse();
  const sum = digits.reduce((all, digit, at) => {
    const weighted = at % 2 === 0 ? digit : digit * 2;
    return all + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** Whether a text is a Chinese mobile number. */
export function isPhone(text: string): boolean {
  return /^1\d{10}$/.test(text);
}

/**
 * What a screen may show of a private number: the day of birth and the middle never.
 *
 * @param text the whole number
 * @param keep how many characters stay at the start and at the end
 * @returns a text of the same length
 */
export function masked(text: string, keep: readonly [start: number, end: number]): string {
  const [start, end] = keep;
  if (text.length <= start + end) return "*".repeat(text.length);
  return (
    text.slice(0, start) + "*".repeat(text.length - start - end) + text.slice(text.length - end)
  );
}

/** How much of each private number stays readable: enough to tell two apart at a counter. */
export const KEEP = { id_number: [3, 4], phone: [3, 4], bank_card: [0, 4] } as const;

/** The private numbers of a household. */
export type PrivateField = keyof typeof KEEP;
