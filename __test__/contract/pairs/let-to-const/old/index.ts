export let retries: number = 3;
export let names: string[] = [];
