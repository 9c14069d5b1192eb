// Every sentence of the page in Spanish as it is spoken in health care in the United States: usted, short, sentence case.
// The words of the field are listed in docs/languages.md.
import { formatCount } from "../../format.ts";
import type { Rule } from "../../engine/types.ts";
import { count } from "../count.ts";
import type { Words } from "../index.ts";
import { attendance } from "./attendance.ts";
import { buffers } from "./buffers.ts";
import { changes, schedule, session, solve } from "./board.ts";
import { data, kpis, privacy, start } from "./views.ts";
import { forecast } from "./forecast.ts";
import { goal } from "./goal.ts";
import { governance } from "./governance.ts";
import { ids } from "./ids.ts";
import { keep } from "./keep.ts";
import { merge } from "./merge.ts";
import { pilot } from "./pilot.ts";
import { promise } from "./promise.ts";
import { quality } from "./quality.ts";
import { reconcile } from "./reconcile.ts";
import { incident } from "./incident.ts";
import { day } from "./day.ts";
import { routes } from "./routes.ts";
import { rows } from "./rows.ts";
import { weeklyGroups } from "./groups.ts";
import { relief } from "./relief.ts";
import { report } from "./report.ts";
import { scenarios } from "./scenarios.ts";
import { share } from "./share.ts";
import { sheets } from "./sheets.ts";
import { simulator } from "./simulator.ts";
import { staffing } from "./staffing.ts";
import { triage } from "./triage.ts";
import { workload } from "./workload.ts";

const rules: Words["rules"] = {
  malformed: ["sesión que no concuerda con las tablas de la clínica", "sesiones que no concuerdan con las tablas de la clínica"],
  session_window: ["sesión fuera de sus horas", "sesiones fuera de sus horas"],
  grid: ["inicio fuera de la cuadrícula", "inicios fuera de la cuadrícula"],
  not_eligible: ["sesión con un clínico que no puede darla", "sesiones con un clínico que no puede darlas"],
  same_clinician: ["sesión con el mismo clínico dos veces", "sesiones con el mismo clínico dos veces"],
  part_offset: ["clínico que se suma demasiado temprano o tarde", "clínicos que se suman demasiado temprano o tarde"],
  clinician_hours: ["sesión fuera del horario de un clínico", "sesiones fuera del horario de un clínico"],
  clinician_overlap: ["clínico con dos citas a la vez o sin tiempo entre ellas", "clínicos con dos citas a la vez o sin tiempo entre ellas"],
  patient_overlap: ["paciente con dos citas a la vez", "pacientes con dos citas a la vez"],
  patient_hours: ["cupo cuando el paciente no puede venir", "cupos cuando el paciente no puede venir"],
  wrong_room: ["sala que falta o no es adecuada", "salas que faltan o no son adecuadas"],
  room_hours: ["sesión en una sala cerrada", "sesiones en una sala cerrada"],
  room_overlap: ["sala con dos sesiones a la vez", "salas con dos sesiones a la vez"],
  equipment: ["choque por equipo", "choques por equipo"],
  group_seats: ["grupo con exceso de pacientes", "grupos con exceso de pacientes"],
  seat_not_offered: ["cupo en un grupo que no se reúne", "cupos en grupos que no se reúnen"],
  group_pair: ["par que debe ir junto o separado", "pares que deben ir juntos o separados"],
  spacing: ["par de sesiones demasiado seguidas", "pares de sesiones demasiado seguidas"],
  order: ["sesión en orden equivocado", "sesiones en orden equivocado"],
  authorization: ["sesión sin autorización", "sesiones sin autorización"],
  day_limit: ["día por encima del límite diario", "días por encima del límite diario"],
  week_limit: ["semana por encima del límite semanal", "semanas por encima del límite semanal"],
  rest: ["noche con muy poco descanso", "noches con muy poco descanso"],
  days_in_row: ["racha de demasiados días", "rachas de demasiados días"],
  points_cap: ["semana por encima del tope de puntos", "semanas por encima del tope de puntos"],
  caseload_cap: ["carga de casos por encima del tope", "cargas de casos por encima del tope"],
  lock_moved: ["sesión fija que se movió", "sesiones fijas que se movieron"],
};

export const spanish: Words = {
  app: "Rosterwell",
  skip: "Ir al contenido",
  nav: "Vistas",
  groups: { plan: "Planificar", measure: "Medir", ahead: "Prever", trust: "Confianza" },
  views: {
    start: "Inicio",
    data: "Datos",
    triage: "Triaje",
    schedule: "Agenda",
    kpis: "Indicadores",
    attendance: "Asistencia",
    workload: "Carga de trabajo",
    pilot: "Piloto",
    forecast: "Pronóstico",
    scenarios: "Escenarios",
    simulator: "Simulador",
    governance: "Gobernanza",
    privacy: "Privacidad",
  },
  kinds: { individual: "Individual", group: "Grupo", family: "Familia", evaluation: "Evaluación", shift: "Turno" },
  looks: {
    individual: ["I", "Individual"],
    group: ["G", "Grupo"],
    family: ["F", "Familia"],
    evaluation: ["E", "Evaluación"],
    telehealth: ["T", "Telesalud"],
    shift: ["R", "Turno"],
  },
  modalities: { in_person: "en persona", home: "a domicilio", video: "por video", phone: "por teléfono" },
  rules,
  terms: {
    unplaced: "sesión sin ubicar",
    empty_seat: "cupo de grupo sin dar",
    weekly_minimum: "por debajo del mínimo semanal",
    small_group: "grupo pequeño",
    overtime: "horas extra",
    extra_time: "fuera del horario habitual",
    travel: "tiempo de viaje",
    mileage: "millaje",
    waiting: "espera entre sesiones",
    fragmented_idle: "huecos demasiado cortos",
    continuity: "no es el clínico habitual",
    handoff: "un clínico más para el paciente",
    preference: "fuera de lo que se prefiere",
    specialization: "la especialidad no corresponde",
    second_choice: "segunda opción de sala o modalidad",
    workload_balance: "carga de trabajo desigual",
    acuity_balance: "complejidad desigual",
    missed_lunch: "sin pausa para almorzar",
    recovery: "muy poco tiempo para recuperarse",
    short_break: "sin pausa corta entre sesiones",
    long_run: "racha larga sin pausa",
    reserve: "se usó la reserva para emergencias",
    lateness: "después del plazo",
    worst_lateness: "el retraso más largo",
    worst_waiting: "la espera más larga de un clínico",
    worst_idle: "el día con más tiempo vacío",
    fairness: "tardes y fines de semana desiguales",
    change: "distinto de la agenda publicada",
  },
  disciplines: {
    rn: "RN", lpn: "LPN", lpc: "LPC", lcsw: "LCSW", pt: "PT", pta: "PTA", ot: "OT", cota: "COTA", slp: "SLP", md: "MD", np: "NP",
    counselor: "consejero", therapist: "terapeuta", peer: "compañero de apoyo", case_manager: "administrador de casos", home_aide: "auxiliar a domicilio",
    rehab_aide: "auxiliar de rehabilitación", social_worker: "trabajador social", prescriber: "prescriptor", physician: "médico", psychologist: "psicólogo", nurse: "enfermero",
  },
  ids,
  rule: (rule: Rule, n) => `${formatCount(n)} ${rules[rule][n === 1 ? 0 : 1]}`,
  patients: (n) => count(n, "paciente"),
  seats: (n) => count(n, "cupo"),
  synthetic: "Clínica de muestra. Sin pacientes reales.",
  week: (day) => `semana del ${day}`,
  unnamed: "Clínica sin nombre",
  onDevice: "En este dispositivo",
  requests: (n) => count(n, "solicitud de red", "solicitudes de red"),
  undo: "Deshacer",
  redo: "Rehacer",
  undoWhat: (label) => `Deshacer: ${label}`,
  redoWhat: (label) => `Rehacer: ${label}`,
  undone: (label) => `Deshecho: ${label}`,
  redone: (label) => `Hecho de nuevo: ${label}`,
  nothingToUndo: "Nada que deshacer",
  nothingToRedo: "Nada que rehacer",
  saveFile: "Guardar archivo",
  unsaved: (n) => `Aún no está guardado en un archivo. Si cierra la pestaña se ${n === 1 ? "pierde" : "pierden"} ${count(n, "cambio")}.`,
  savedSealed: (name) => `Guardado como ${name}, cifrado. Sin la frase de contraseña nadie puede abrirlo.`,
  saved: (name) => `Guardado como ${name}. El archivo no está cifrado: consérvelo donde se permita tener datos de pacientes.`,
  print: "Imprimir",
  theme: { label: "Colores", system: "Como el sistema", light: "Claro", dark: "Oscuro" },
  formats: {
    title: "Idioma y formatos",
    language: "Idioma",
    clock: "Reloj",
    clocks: { 12: "12 horas", 24: "24 horas" },
    currency: "Moneda de la clínica",
    weekStart: "Primer día de su semana laboral",
    changed: "Se cambiaron los ajustes de la clínica",
    note: "El idioma y el reloj se olvidan al cerrar la pestaña. La moneda y la semana laboral se guardan con la clínica.",
  },
  close: "Cerrar",
  message: "Mensaje",
  portal: {
    send: "Enviar al portal",
    title: "¿Enviar el plan al portal?",
    to: "Se envía a",
    what: (n) => `El plan con ${count(n, "sesión", "sesiones")}: horas, salas, y los clínicos y pacientes de cada una con los identificadores de la clínica. Nada más.`,
    after: "Lo que el portal haga con él depende del portal. Queda anotado en el registro.",
    cancel: "No enviar",
    sent: (origin) => `Se envió el plan a ${origin}.`,
  },
  empty: {
    text: "Todavía no hay nada abierto.",
    start: "Abrir algo",
    notPrinted: (name) => `La página que rodea a esta no le permite imprimir. La vista se guardó como ${name}: ábrala e imprímala.`,
    readonly: "Aquí este plan solo se puede mirar.",
  },
  retry: "Intentar de nuevo",
  engine: {
    lost: "El cálculo se detuvo de forma inesperada. Su plan está intacto.",
    blocked: (reason) => `El motor no puede iniciar: ${reason}`,
    blockedWorker: "la política de seguridad de esta página debe permitir worker-src blob: y script-src 'wasm-unsafe-eval'.",
    refused: {
      foreign: (address) => `sus archivos están en ${address}, y nunca se usan scripts de otro origen. Sírvalos desde el origen de esta página.`,
      missing: (part) => `no se pudo cargar ${part}.`,
      bytes: (part) => `lo que se entregó como ${part} no es una de sus partes.`,
    },
  },
  failed: "Ocurrió algo inesperado en la página",
  actions: {
    optimize: "Se optimizó la semana",
    keep: "Se conservó el plan",
    kept: "Este plan queda conservado. Guarde un archivo para tenerlo mañana.",
    revert: "Se volvió atrás",
    reverted: "De vuelta al plan anterior a la propuesta.",
    move: (what, when, who) => `Se movió ${what} a ${when}${who ? `, ${who}` : ""}`,
    noConflict: "Sin conflictos.",
    lock: (what) => `Se fijó ${what}`,
    unlock: (what) => `Se soltó ${what}`,
    explainLock: (what) => `Se dijo por qué ${what} se queda donde está`,
    lockedByClinic: "Los datos de la clínica fijaron esta sesión. Cámbielos allí para soltarla.",
    unplace: (what, when) => `Se quitó ${what} de ${when}`,
  },
  loading: "Se prepara la clínica de muestra",
  schedule,
  solve,
  changes,
  session,
  kpis,
  start,
  data,
  scenarios,
  charts: {
    showTable: "Mostrar como tabla",
    hideTable: "Ocultar la tabla",
    table: (title) => `${title}, tabla`,
    begins: (value) => `El eje comienza en ${value}, no en 0.`,
    bands: "Banda oscura: 8 de cada 10 casos. Banda clara: 19 de cada 20.",
    week: "Semana",
    came: "Lo que llegó",
    expected: "Esperado",
    capacity: "Disponible",
    interval: "Intervalo del 95 %",
    predicted: "Previsto",
    observed: "Observado",
    visits: "Visitas",
    eightInTen: "8 de cada 10 casos",
    nineteenInTwenty: "19 de cada 20 casos",
  },
  attendance,
  buffers,
  forecast,
  pilot,
  triage,
  quality,
  merge,
  reconcile,
  sheets,
  incident,
  day,
  routes,
  rows,
  weeklyGroups,
  relief,
  goal,
  promise,
  report,
  share,
  simulator,
  staffing,
  workload,
  governance,
  keep,
  privacy,
};
