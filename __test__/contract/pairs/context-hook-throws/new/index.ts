export interface FormApi { submit(): void; readonly dirty: boolean }
export declare function useFormContext(): FormApi;
