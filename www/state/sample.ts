/** The sample that a first visit shows. */
export const SAMPLE = { kind: "addiction_treatment", clinicians: 24, seed: 1 } as const;
