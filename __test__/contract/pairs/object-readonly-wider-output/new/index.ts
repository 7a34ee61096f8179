export interface Ticket {
  readonly owner: string | null;
}
export declare function openTicket(title: string): Ticket;
