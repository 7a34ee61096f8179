export interface Ticket {
  readonly owner: string;
}
export declare function openTicket(title: string): Ticket;
