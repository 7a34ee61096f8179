export const routes: { home: string; user: (id: string) => string } = { home: "/", user: (id) => `/users/${id}` };
