/** What the home page shows besides texts. */
export interface PlannedHome {
  /** The example that the settings name for it, as they write it. */
  readonly showcase?: { readonly file: string; readonly region?: string } | undefined;
  /** When the sources were committed: `2026-11-22T09:30:00Z`; absent if they are those of no commit. */
  readonly commit?: string | undefined;
}
