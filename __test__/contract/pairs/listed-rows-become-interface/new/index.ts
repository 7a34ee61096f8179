interface Order { id: string; paid: boolean }
export declare function recentOrders(): Order[];
