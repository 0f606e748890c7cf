/**
 * How a figure is known. What the platform credited is measured, what a cadre checked is verified, the
 * rest is estimated; figures of different grades stand side by side and are never added together.
 * Without schemas, for the browser too.
 */
import type { Fen } from "./fen";

/** How a figure is known. */
export const grades = ["measured", "verified", "estimated"] as const;
/** How a figure is known. */
export type Grade = (typeof grades)[number];

declare const gradeOf: unique symbol;

/** Whole fen that carry their grade in the type: a verified sum does not fit where a measured one belongs. */
export type GradedFen<G extends Grade> = Fen & { readonly [gradeOf]?: G };

/** A figure with its grade. */
export interface Graded<G extends Grade> {
  readonly grade: G;
  readonly fen: GradedFen<G>;
}

/** Two figures of different grades were to be added. */
export class GradesDiffer extends Error {
  readonly code = "grades_differ";

  constructor(
    readonly grade: Grade,
    readonly other: Grade,
  ) {
    super(`${grade} and ${other} figures are never added together`);
  }
}

/** Gives a figure its grade. */
export function graded<G extends Grade>(grade: G, fen: Fen): Graded<G> {
  return { grade, fen };
}

/**
 * Adds figures of one grade. Figures of another do not compile; those whose grade is not known before the
 * program runs are refused when it does.
 *
 * @param first says the grade
 * @param rest figures of the same grade
 * @throws GradesDiffer
 */
export function addGraded<G extends Grade>(
  first: Graded<G>,
  ...rest: readonly Graded<NoInfer<G>>[]
): Graded<G> {
  const sum = rest.reduce((all, one) => all + fenOfGrade(first.grade, one), Number(first.fen));
  return graded(first.grade, sum);
}

/**
 * Takes figures of one grade from another of it.
 *
 * @throws GradesDiffer
 */
export function subtractGraded<G extends Grade>(
  from: Graded<G>,
  ...rest: readonly Graded<NoInfer<G>>[]
): Graded<G> {
  const taken = rest.reduce((all, one) => all + fenOfGrade(from.grade, one), 0);
  return graded(from.grade, Number(from.fen) - taken);
}

function fenOfGrade(grade: Grade, figure: Graded<Grade>): Fen {
  if (figure.grade !== grade) throw new GradesDiffer(grade, figure.grade);
  return figure.fen;
}
