// Words of the plan on paper.
import { count } from "../count.ts";
import type { Words } from "../index.ts";

export const sheets: Words["sheets"] = {
  title: "En papel",
  open: "En papel",
  close: "Volver al tablero",
  span: "Cuánto",
  spans: { day: "Este día", week: "Toda la semana" },
  by: "Una página por cada",
  of: { clinician: "Clínico", room: "Sala", group: "Grupo" },
  names: "Nombres completos",
  print: "Imprimir",
  making: "Se hacen las hojas",
  empty: { day: "No hay nada planificado en este día.", week: "No hay nada planificado en esta semana." },
  neutral: "Los pacientes aparecen con iniciales, o como están rotulados; las sesiones, por su tipo.",
  pages: (n) => count(n, "página"),
  time: "Hora",
  what: "Qué",
  patients: "Quién",
  clinicians: "Con",
  place: "Dónde",
  done: "Vino, notas",
  seats: (n) => count(n, "paciente"),
  version: (plan, asOf) => `Plan ${plan}, al ${asOf}`,
  synthetic: "Clínica de muestra. Sin pacientes reales.",
};
