/** Which release this is; the values are set when the package is made. */

declare const RELEASE: { readonly version: string; readonly schemaVersion: string; readonly generatedFrom: { readonly captures: number; readonly newest_captured_at: string | null } };

/** Version of the data, and of this package. */
export const version: string = RELEASE.version;

/** Version of the shape of the records. */
export const schemaVersion: string = RELEASE.schemaVersion;

/** How many captures the data was made from, and when the newest was taken. */
export const generatedFrom: { readonly captures: number; readonly newest_captured_at: string | null } = RELEASE.generatedFrom;
