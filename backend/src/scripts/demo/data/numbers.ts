/**
 * Numbers that look right and belong to no one: ID numbers of division 990000, which does not exist;
 * phones 100 0000 xxxx, which no network issues; bank cards with an unissued prefix.
 */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK = "10X98765432";

/**
 * A well-formed ID number (GB 11643) with its check digit.
 *
 * @param birthOn YYYY-MM-DD
 * @param sequence 0 to 999; odd for a man, even for a woman
 */
export function idNumber(birthOn: string, sequence: number): string {
  const body = `990000${birthOn.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + ID_CHECK.charAt(sum % 11);
}

/** @param serial 0 to 9999 */
export function phoneNumber(serial: number): string {
  return `1000000${String(serial).padStart(4, "0")}`;
}

/** A 19-digit card number that passes the Luhn test. */
export function bankCard(serial: number): string {
  const body = `990000${String(serial).padStart(12, "0")}`;
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) {
    const digit = Number(body[body.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return body + String((10 - (sum % 10)) % 10);
}
