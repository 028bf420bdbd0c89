// What the publisher writes into the first line of sw.js.

/** A release of the portal. */
declare const RELEASE: {
  /** Digest of the shell's files. */
  readonly version: string;
  /** Paths of the shell's files, below the portal's base. */
  readonly shell: readonly string[];
};
