/** Fetching briefings and their lists. */

/** Where they lie, relative to the page. */
export const FOLDER = "./_file/data/briefings/";

export interface BriefingEffects {
  /** Fetches an address relative to the page. */
  fetch: (path: string) => Promise<Response>;
}

/** A file of the folder; null where it cannot be had. */
export async function briefingFile<T>(name: string, effects: BriefingEffects): Promise<T | null> {
  try {
    const response = await effects.fetch(`${FOLDER}${name}`);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
