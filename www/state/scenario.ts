// The state of the Scenarios view.

/** A scenario kept by the user. */
export interface SavedScenario {
  readonly name: string;
  readonly values: readonly (readonly [string, number])[];
}

export interface ScenarioState {
  readonly catalog: undefined;
  readonly draft: ReadonlyMap<string, number>;
  readonly result: undefined;
  readonly base: undefined;
  readonly running: undefined;
  readonly compare: readonly string[];
  readonly absolute: boolean;
  readonly months: number;
}

/** What the view asks for. */
export type ScenarioNews = { readonly kind: "run" };
