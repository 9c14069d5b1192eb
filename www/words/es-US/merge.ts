// Words of adding files to the open clinic.
import { count } from "../count.ts";
import type { Words } from "../index.ts";
import { tableName } from "./ids.ts";

export const merge: Words["merge"] = {
  looking: "Se compara con la clínica abierta",
  counts: "Qué pasa con las filas",
  table: "Tabla",
  columns: { added: "Nuevas", same: "Iguales", changed: "Cambiadas", seated: "Cupos de un grupo", kept: "No tomadas", left_out: "Excluidas" },
  settings: "Los ajustes del archivo no se toman: quedan los de la clínica abierta.",
  questions: "Su decisión",
  questionsNote: "Solo es probable que sean lo mismo. No se une nada que aquí no diga “lo mismo”.",
  pair: (incoming, present) => `${incoming} en el archivo, ${present} en la clínica`,
  same: "Lo mismo",
  apart: "No es lo mismo",
  groups: "¿Una sola sesión de grupo?",
  groupsNote: "Varios pacientes a la misma hora con un clínico. Pasan a ser una sesión solo si usted lo dice.",
  group: (when, service, clinician, patients) => `${when}, ${service}, ${clinician}: ${count(patients, "paciente")}`,
  one: "Una sesión de grupo",
  single: "Sesiones separadas",
  unasked: (n) => `No se ${n === 1 ? "hace" : "hacen"} ${count(n, "pregunta más", "preguntas más")}; esas filas se agregan como están.`,
  changes: (n) => `${count(n, "fila")} con valores nuevos`,
  change: (table, key) => `${tableName(table)} ${key}`,
  from: (file, row) => `${file}, fila ${row}`,
  more: (n) => `Mostrar ${n} más`,
  notListed: (n) => `${count(n, "fila más está", "filas más están")} en el informe.`,
  add: (n) => `Agregar ${count(n, "fila")}`,
  nothing: "Todo lo de estos archivos ya está en la clínica.",
  report: "Descargar el informe",
  note: "Lo que un archivo no dice queda como está; no se quita nada. Deshacer lo revierte todo. El tablero muestra la agenda como queda.",
  added: (n) => `Se ${n === 1 ? "agregó" : "agregaron"} ${count(n, "fila")} de archivos`,
};
