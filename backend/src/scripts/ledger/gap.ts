/** What verifications find, and how long lists of it are kept short. */

/** Something that differs, and where. */
export interface Gap {
  reason: string;
  ref: string;
}

/** More than this tells an auditor nothing new, and would not fit the promise of constant memory. */
const MOST = 10_000;

/** Collects gaps up to a bound. */
export class Gaps {
  readonly list: Gap[] = [];

  add(reason: string, ref: string | number): void {
    if (this.list.length < MOST) this.list.push({ reason, ref: ref.toString() });
  }

  addAll(gaps: readonly Gap[]): void {
    for (const { reason, ref } of gaps) this.add(reason, ref);
  }
}
