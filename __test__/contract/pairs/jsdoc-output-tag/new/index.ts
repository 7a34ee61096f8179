/**
 * What the service answers.
 * @output
 */
export interface Health { readonly ok: boolean; readonly uptime: number }
