// The portal around the page, if its origin is named in the file.

export interface PortalState {
  readonly origin: string;
  /** What would be sent is shown. */
  readonly asking: boolean;
}

/** Sending the plan: shown first, then sent or not. */
export interface SendNews {
  readonly step: "show" | "send" | "cancel";
}
