import { createTable } from "./surface";
createTable([{ id: 1 }], [{ header: "ID", accessor: r => r.id }]).render();
