// Words of the routes of a day, in the Schedule view.
import { count } from "../count.ts";

export const routes = {
  mode: "Routes",
  title: (day: string): string => `Routes, ${day}`,
  loading: "Drawing the routes",
  none: "Nobody has anything to do on this day.",
  summary: (stops: number, way: string, miles: string, worked: string): string => `${count(stops, "stop")}, ${way} on the way, ${miles} mi, ${worked} worked`,
  total: (clinicians: number, way: string, miles: string): string => `${count(clinicians, "clinician")}: ${way} on the way, ${miles} mi.`,
  estimated: "Ways that your travel table does not give are estimated from coordinates, roads included.",
  known: "All ways are those of your travel table.",
  plain: (who: string): string => `The route of ${who}. Lines join places as the crow flies; there are no streets.`,
  map: (who: string): string => `Map, ${who}`,
  noMap: "Nothing on this day can be located: sites and homes have no coordinates.",
  notOnMap: (n: number): string => `${count(n, "place")} without coordinates ${n === 1 ? "is" : "are"} not on the map.`,
  start: (where: string): string => `Starts: ${where}`,
  end: (where: string): string => `Ends: ${where}`,
  place: { site: (name: string): string => name, clinician_home: (): string => "at home", patient_home: (): string => "patient's home" },
  anywhere: "by video or telephone",
  way: (minutes: string, miles: string): string => `${minutes} on the way, ${miles} mi`,
  stay: "same place",
  unpaid: "not working time",
  wait: (minutes: string): string => `${minutes} to spare`,
  short: (minutes: string): string => `${minutes} too little for the way`,
  keys: { site: "site", clinician_home: "clinician's home", patient_home: "patient's home", others: "other routes" },
  miles: (n: string): string => `${n} mi`,
  columns: { number: "Stop", place: "Place", east: "Miles east", north: "Miles north" },
} as const;
