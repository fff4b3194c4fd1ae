/** Something that the user can put right; the message is one sentence that says how. */
export class EngineFailure extends Error {}
