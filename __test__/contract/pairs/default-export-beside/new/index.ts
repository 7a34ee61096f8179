export declare function createMachine(name: string): { send(event: string): void };
export default createMachine;
