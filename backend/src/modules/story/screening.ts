/**
 * Screening of texts that are to be published: what points at a person is found and named by its kind,
 * never repeated. Pure. Separators, full-width digits and Chinese numerals do not hide a number.
 */

/** What a text must not tell. */
export type PersonalData = "id_number" | "phone" | "bank_card" | "health" | "address";

/** Health and hardship words that say something about a person's body or benefits. */
const HEALTH =
  /残疾|残障|患病|患有|重病|大病|慢性病|癌|肿瘤|尿毒症|透析|瘫痪|偏瘫|脑中风|精神病|精神障碍|智障|抑郁|艾滋|乙肝|结核|糖尿病|高血压|心脏病|脑梗|手术|住院|怀孕|流产|低保|五保|特困|贫困户|\b(?:disab(?:led|ility)|cancer|tumou?r|diabet\w*|hiv|aids|hepatitis|tuberculosis|dialysis|paraly[sz]\w*|mental(?:ly)? ill\w*|schizophren\w*|surgery|hospitali[sz]ed|pregnan\w*|chronic(?:ally)? ill\w*)\b/iu;

/** A house number: exact places are never told. */
const ADDRESS = /\d+\s*(?:号院|号楼|单元|栋|室)|(?:组|路|街|巷|弄)\s*\d+\s*号|门牌/u;

const DIGIT_OF: Record<string, string> = {
  〇: "0",
  零: "0",
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  壹: "1",
  贰: "2",
  叁: "3",
  肆: "4",
  伍: "5",
  陆: "6",
  柒: "7",
  捌: "8",
  玖: "9",
  幺: "1",
};

/** Digits of a text with what people put between them taken out; every other sign ends a run. */
function runsOf(text: string): string[] {
  const plain = Array.from(text.normalize("NFKC"), (sign) => DIGIT_OF[sign] ?? sign).join("");
  return plain.match(/\d(?:[\d\s\-–—_.·•*/]*[\dXx])*/gu)?.map(onlyDigits) ?? [];
}

function onlyDigits(run: string): string {
  return run.replace(/[^\dXx]/gu, "").toUpperCase();
}

const BIRTH = /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u;

/** NOTE: goes by the shape, not by the check digit: a number with one digit wrong still points at somebody. */
function isIdNumber(run: string): boolean {
  return /\d{17}[\dX]/u.test(run) && new RegExp(`\\d{6}${BIRTH.source}\\d{3}[\\dX]`, "u").test(run);
}

/**
 * What of a text must not be published.
 *
 * @param text any text, Chinese or English
 * @returns kinds that were found, each once; empty when the text may be published
 * @source PIPL articles 28 and 29: identity, health and accounts are sensitive
 */
export function findPersonalData(text: string): PersonalData[] {
  const runs = runsOf(text);
  const found = new Set<PersonalData>();
  for (const run of runs) {
    if (isIdNumber(run)) found.add("id_number");
    else if (/^\d{16,19}$/u.test(run)) found.add("bank_card");
    else if (/(?:^|86)1\d{10}$/u.test(run) || /^0\d{9,11}$/u.test(run)) found.add("phone");
  }
  if (HEALTH.test(text.normalize("NFKC"))) found.add("health");
  if (ADDRESS.test(text.normalize("NFKC"))) found.add("address");
  return [...found];
}
