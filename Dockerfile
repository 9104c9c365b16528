# Node and one file. Build: docker build -t aks-arc-triage-bot . · run: see deploy/kubernetes.yaml and docs/operations.md.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# Exactly what is locked; no package runs a script while it is installed (.npmrc).
RUN npm ci
COPY . .
RUN node src/run.js bundle

FROM node:24-bookworm-slim
ENV NODE_ENV=production PORT=3978 TRIAGE_DB=/data/triage.db TRIAGE_INDEX=/data/index TRIAGE_SPOOL=/data/waiting
WORKDIR /app
COPY --from=build /src/build/bot.mjs /app/bot.mjs
# The folder is a volume in production; the rest of the file system may be read-only.
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
EXPOSE 3978
VOLUME /data
# A stop signal must reach Node itself, so that turns finish: no shell, no npm in between.
ENTRYPOINT ["node", "/app/bot.mjs"]
CMD ["serve"]
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
