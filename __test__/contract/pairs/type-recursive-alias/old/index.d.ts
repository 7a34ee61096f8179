export type Json = string | number | Json[] | { [key: string]: Json };
