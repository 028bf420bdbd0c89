// The first line of sw.js, which the publisher writes (crates/site/src/offline.rs).

/** A release of the portal. */
declare const RELEASE: {
  /** Digest of the shell's files. */
  readonly version: string;
  /** Paths of the shell's files, below the portal's base. */
  readonly shell: readonly string[];
  /** What is stored at most; the oldest goes first. */
  readonly limits: {
    readonly read: Limit;
    readonly pictures: Limit;
    /** Files of the search indexes. */
    readonly search: Limit;
    /** The newest articles of a saved zone or region, and the bytes of all saved pages. */
    readonly saved: { readonly articles: number; readonly bytes: number };
    /** The age from which a visit renews a saved page, in milliseconds. */
    readonly renewAfter: number;
  };
};

/** A number of files and their bytes together. */
interface Limit {
  readonly count: number;
  readonly bytes: number;
}
