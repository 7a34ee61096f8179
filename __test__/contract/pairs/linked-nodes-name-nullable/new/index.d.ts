export interface Node0 { readonly left: Node1; readonly right: Node1; readonly name: string | null }
export interface Node1 { readonly left: Node2; readonly right: Node2 }
export interface Node2 { readonly left: Node3; readonly right: Node3 }
export interface Node3 { readonly left: Node4; readonly right: Node4 }
export interface Node4 { readonly left: Node5; readonly right: Node5 }
export interface Node5 { readonly left: Node6; readonly right: Node6 }
export interface Node6 { readonly left: Node7; readonly right: Node7 }
export interface Node7 { readonly left: Node8; readonly right: Node8 }
export interface Node8 { readonly left: Node9; readonly right: Node9 }
export interface Node9 { readonly left: Node10; readonly right: Node10 }
export interface Node10 { readonly left: Node11; readonly right: Node11 }
export interface Node11 { readonly left: Node12; readonly right: Node12 }
export interface Node12 { readonly left: Node13; readonly right: Node13 }
export interface Node13 { readonly left: Node14; readonly right: Node14 }
export interface Node14 { readonly left: Node15; readonly right: Node15 }
export interface Node15 { readonly left: Node16; readonly right: Node16 }
export interface Node16 { readonly left: Node17; readonly right: Node17 }
export interface Node17 { readonly left: Node18; readonly right: Node18 }
export interface Node18 { readonly left: Node19; readonly right: Node19 }
export interface Node19 { readonly left: Node20; readonly right: Node20 }
export interface Node20 { readonly left: Node21; readonly right: Node21 }
export interface Node21 { readonly left: Node22; readonly right: Node22 }
export interface Node22 { readonly left: Node23; readonly right: Node23 }
export interface Node23 { readonly left: Node24; readonly right: Node24 }
export interface Node24 { readonly left: Node25; readonly right: Node25 }
export interface Node25 { readonly left: Node0; readonly right: Node0 }
export declare function root(): Node0;
