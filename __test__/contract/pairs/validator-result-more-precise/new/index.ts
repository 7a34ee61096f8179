type Invalid = { valid: false; errors: Record<string, string> };
type Valid = { valid: true; errors?: undefined };
export declare function validate(values: Readonly<Record<string, string | number>>): Valid | Invalid;
