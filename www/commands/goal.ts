// Goal seek: asks the surface where a slider has to stand; planning anew is the scenario's own run.
import type { SurfaceEstimate } from "../engine/types.ts";
import { type GoalAnswer, type GoalOutcome, type GoalPoint, type GoalQuestion, goalOutcomes, meets, nearest, toStep } from "../state/goal.ts";
import { type Control, controlsOf, estimatedRange, type Instant, middleOf, positionsOf, valueAt } from "../state/scenario.ts";
import { words } from "../words/index.ts";
import { type Context, say } from "./context.ts";

/** What a slider is for the surface: its place, and what one shown unit is. */
interface Turned {
  readonly control: Control;
  readonly at: number;
  readonly range: readonly [number, number];
}

/** Answers the question that stands in the card. */
export async function seek(context: Context): Promise<void> {
  const { store } = context;
  const { open, scenario: now } = store.state;
  const { instant, report, draft, goal } = now;
  const { question } = goal;
  if (!open || !instant || !report) return;
  const controls = controlsOf(open.index.clinic, now.choices?.levers, draft);
  const outcome = goalOutcomes(report, instant.surface, open.index.clinic.settings.currency).find(({ id }) => id === question.outcome);
  const slider = turned(instant, controls, question.slider);
  const along = turned(instant, controls, question.along);
  // The sliders that are asked for stand wherever they can: their own values do not matter.
  const free = new Map([...draft].filter(([id]) => id !== question.slider && id !== question.along));
  for (const each of [slider, along]) if (each) free.set(each.control.id, Math.min(each.range[1], Math.max(each.range[0], 0)));
  const values = positionsOf(instant, controls, free);
  if (!outcome || !slider) return;
  if (!values) {
    say(context, words.scenarios.estimateBeyond);
    store.set({ scenario: { ...now, goal: { ...goal, answer: undefined } } });
    return;
  }
  const points = await answer(context, instant, { question, outcome, slider, along, values });
  if (store.state.scenario.instant !== instant || store.state.scenario.goal.question !== question) return;
  const found: GoalAnswer = { question, points };
  store.set({ scenario: { ...store.state.scenario, goal: { ...store.state.scenario.goal, answer: found, planned: undefined } } });
  say(context, words.goal.found);
}

function turned(instant: Instant, controls: readonly Control[], id: string): Turned | undefined {
  const control = controls.find((each) => each.id === id);
  const at = instant.controls.indexOf(id);
  return control && at >= 0 ? { control, at, range: estimatedRange(control) } : undefined;
}

interface Asked {
  readonly question: GoalQuestion;
  readonly outcome: GoalOutcome;
  readonly slider: Turned;
  readonly along: Turned | undefined;
  readonly values: readonly number[];
}

async function answer({ engine }: Context, { surface }: Instant, { question, outcome, slider, along, values }: Asked): Promise<GoalPoint[]> {
  const reach = question.reach * outcome.scale;
  const ask = (reach: number) => ({ outcome: outcome.id, reach, slider: slider.at, ...(along ? { along: along.at } : {}) });
  const found = (await engine.call("estimate", { surface, values: [...values], goal: ask(reach) })).goal ?? [];
  // The worse end of the band is its upper one where less is better.
  const band = surface.outcomes.find(({ id }) => id === outcome.id)?.band ?? 0;
  const lower = outcome.direction > 0 ? undefined : (await engine.call("estimate", { surface, values: [...values], goal: ask(reach - band) })).goal;
  const { step } = slider.control;
  const points: GoalPoint[] = [];
  for (const [row, { along: at, values: crossings, cautious }] of found.entries()) {
    const shownAlong = at === undefined || !along ? undefined : valueAt(along.control, at);
    const guess = async (shown: number): Promise<SurfaceEstimate> => {
      const put = [...values];
      put[slider.at] = middleOf(slider.control, shown);
      if (along && at !== undefined) put[along.at] = at;
      const { estimates } = await engine.call("estimate", { surface, values: put });
      return estimates.find(({ id }) => id === outcome.id) ?? { id: outcome.id, value: 0, low: 0, high: 0 };
    };
    const [low, high] = slider.range;
    const today = await guess(Math.min(high, Math.max(low, 0)));
    const crossing = nearest(crossings);
    if (meets(outcome, today.value, reach)) {
      points.push({ along: shownAlong, kind: "met", value: 0, cautious: undefined, guess: today });
    } else if (crossing === undefined) {
      const ends = [await guess(low), await guess(high)].sort((a, b) => outcome.direction * (b.value - a.value));
      points.push({ along: shownAlong, kind: "beyond", value: undefined, cautious: undefined, guess: ends[0] ?? today });
    } else {
      // Beyond the crossing, seen from today, lies the goal.
      const up = crossing > 0;
      const value = toStep(valueAt(slider.control, crossing), step, up, slider.range);
      const sure = nearest((lower ? lower[row]?.values : cautious)?.filter((each) => (up ? each >= crossing : each <= crossing)) ?? []);
      const careful = sure === undefined ? undefined : toStep(valueAt(slider.control, sure), step, up, slider.range);
      points.push({ along: shownAlong, kind: "reached", value, cautious: careful, guess: await guess(value) });
    }
  }
  return points;
}
