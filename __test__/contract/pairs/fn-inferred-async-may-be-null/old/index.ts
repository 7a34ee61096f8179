interface Row { id: string; name: string | null }
async function row(id: string): Promise<Row> { return { id, name: null }; }
export async function loadUser(id: string) {
  const r = await row(id);
  return { id: r.id, label: r.name ?? "?" };
}
export async function loadUsers(ids: string[]) { return Promise.all(ids.map(row)); }
