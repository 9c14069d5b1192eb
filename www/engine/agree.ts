// The replies that the page counts on are what the engine gives: where they part, this file does not compile.
import type * as Engine from "./types.ts";
import type * as Page from "./operations.ts";

type Agrees<Given extends Wanted, Wanted> = Given;

export type Agreement = [
  Agrees<Engine.OpenReply, Page.OpenReply>,
  Agrees<Engine.PublishedReply, Page.PublishedReply>,
  Agrees<Engine.PlanReply, Page.PlanReply>,
  Agrees<Engine.PlanNews, Page.PlanNews>,
  Agrees<Engine.ShareReply, Page.ShareReply>,
  Agrees<Engine.ExplainReply, Page.ExplainReply>,
  Agrees<Engine.AlternativesReply, Page.AlternativesReply>,
  Agrees<Engine.ImportReply, Page.ImportReply>,
  Agrees<Engine.ExportReply, Page.ExportReply>,
  Agrees<Engine.ScenarioReport, Page.ScenarioReport>,
];
