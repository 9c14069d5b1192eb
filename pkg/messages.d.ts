/** The version of the messages; the same as that of the element's events. */
export declare const MESSAGES = 1;
/** Most letters of a document that is handed in: as many as the engine takes in one request. */
export declare const MAX_LETTERS: number;
interface Message<T extends string> {
    readonly type: T;
    readonly version: number;
}
/** Portal to planner. */
export type ToPlanner = (Message<"hello"> & {
    readonly nonce: string;
}) | (Message<"load"> & {
    readonly id: number;
    readonly document: string;
}) | (Message<"solve"> & {
    readonly id: number;
});
/** What comes through the port. */
export type Wish = Exclude<ToPlanner, {
    type: "hello";
}>;
/** Planner to portal. */
export type FromPlanner = (Message<"hello"> & {
    readonly nonce: string;
}) | (Message<"ready"> & {
    readonly id: number | null;
}) | (Message<"progress"> & {
    readonly step: number;
    readonly steps: number;
    readonly unplaced: number;
}) | (Message<"result"> & {
    readonly id: number | null;
    readonly plan: string;
}) | (Message<"resize"> & {
    readonly height: number;
}) | (Message<"error"> & {
    readonly id: number | null;
    readonly code: Refusal;
});
/**
 * Why a message was not followed: `version` of another contract; `message` no such message, or a field too many or too few;
 * `size` too large; `busy` another task is under way; `unsaved` changes would be lost; `format` nothing that can be opened;
 * `engine` it failed, and the user was told why.
 */
export type Refusal = "version" | "message" | "size" | "busy" | "unsaved" | "format" | "engine";
/** What came through the port, or why it is not followed. */
export declare function wishOf(data: unknown): Wish | {
    readonly refused: Refusal;
    readonly id: number | null;
};
export {};
