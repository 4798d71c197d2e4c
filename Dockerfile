# One image for every app: its first argument says which one a container is.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No scripts: they would prepare the embedded PostgreSQL, which an image does not run.
RUN npm ci --ignore-scripts
COPY . .
# What is left runs on a DATABASE_URL. The optional packages are the embedded PostgreSQL's programs, and of the
# libraries only the SQL of the schema is read at run time.
RUN npm run build \
  && npm prune --omit=dev --omit=optional --ignore-scripts \
  && find libs -type f -not -path '*/migrations/*' -delete \
  && find libs -type d -empty -delete

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/libs libs
COPY --from=build /app/dist dist
# The user `node`; a number, so that Kubernetes sees that it is not root.
USER 1000
EXPOSE 3000
# The image has no curl; an address that cannot be fetched rejects, which ends node with 1.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1))"]
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/apps/orders/src/main.js"]
