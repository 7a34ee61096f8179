export declare function validate(values: Record<string, string>): { valid: boolean; errors?: Record<string, string> };
