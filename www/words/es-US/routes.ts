// Words of the routes of a day, in the Schedule view.
import { count } from "../count.ts";
import type { Words } from "../index.ts";

export const routes: Words["routes"] = {
  mode: "Rutas",
  title: (day) => `Rutas, ${day}`,
  loading: "Dibujando las rutas",
  none: "Nadie tiene nada que hacer este día.",
  summary: (stops, way, miles, worked) => `${count(stops, "parada")}, ${way} en camino, ${miles} mi, ${worked} de trabajo`,
  total: (clinicians, way, miles) => `${count(clinicians, "clínico")}: ${way} en camino, ${miles} mi.`,
  estimated: "Los trayectos que su tabla de viajes no da se estiman con las coordenadas, con las calles incluidas.",
  known: "Todos los trayectos son los de su tabla de viajes.",
  plain: (who) => `La ruta de ${who}. Las líneas unen los lugares en línea recta; no hay calles.`,
  map: (who) => `Mapa, ${who}`,
  noMap: "Nada de este día se puede ubicar: las sedes y los domicilios no tienen coordenadas.",
  notOnMap: (n) => `${count(n, "lugar", "lugares")} sin coordenadas no ${n === 1 ? "está" : "están"} en el mapa.`,
  start: (where) => `Empieza: ${where}`,
  end: (where) => `Termina: ${where}`,
  place: { site: (name) => name, clinician_home: () => "en su casa", patient_home: () => "domicilio del paciente" },
  anywhere: "por video o teléfono",
  way: (minutes, miles) => `${minutes} en camino, ${miles} mi`,
  stay: "mismo lugar",
  unpaid: "no es tiempo de trabajo",
  wait: (minutes) => `${minutes} de sobra`,
  short: (minutes) => `faltan ${minutes} para el trayecto`,
  keys: { site: "sede", clinician_home: "casa del clínico", patient_home: "domicilio del paciente", others: "otras rutas" },
  miles: (n) => `${n} mi`,
  columns: { number: "Parada", place: "Lugar", east: "Millas al este", north: "Millas al norte" },
};
