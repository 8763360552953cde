// A data source over Prometheus' own HTTP API. Grafana's own plugin only talks to a Grafana back end.
import { DataSourceApi } from '@grafana/data';
import { sceneGraph } from '@grafana/scenes';
import { from } from 'rxjs';
import { toFrames, toRows } from './prometheus-frames';

/** Every question with its outcome: { panel, panelId, refId, expr, series, error }; a variable's has no panel. */
export const asked = [];

let underWay = 0;

/** True while a request to Prometheus is under way. */
export const isAsking = () => underWay > 0;

const escapeRegex = (text) => String(text).replace(/\\/g, '\\\\\\\\').replace(/[$^*{}[\]'+?.()|]/g, '\\\\$&');
const escapeString = (text) => String(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"');

/** How Grafana writes a variable into PromQL: several values as alternatives of a regular expression. */
function formatVariable(value, variable) {
  if (Array.isArray(value)) {
    const escaped = value.map(escapeRegex);
    return escaped.length === 1 ? escaped[0] : `(${escaped.join('|')})`;
  }
  return variable?.multi || variable?.includeAll ? escapeRegex(value) : escapeString(value);
}

const duration = (ms) => (ms % 1000 ? `${ms}ms` : `${ms / 1000}s`);

/** The query runner or variable that asks. */
const askerOf = (scopedVars) => scopedVars?.__sceneObject?.value?.valueOf?.();

function interpolate(text, scopedVars) {
  const asker = askerOf(scopedVars);
  return asker ? sceneGraph.interpolate(asker, text, scopedVars, formatVariable) : text;
}

/** The panel is the parent of its query runner, or the grandparent if transformations lie between. */
function panelOf(scopedVars) {
  const parent = askerOf(scopedVars)?.parent;
  const panel = parent?.state?.title === undefined ? parent?.parent : parent;
  return { panel: panel?.state?.title, panelId: Number(panel?.state?.key?.replace('panel-', '')) };
}

export class PrometheusSource extends DataSourceApi {
  constructor(settings, url, scrapeMs) {
    super(settings);
    this.url = url;
    this.scrapeMs = scrapeMs;
    this.interval = duration(scrapeMs);
  }

  async api(path, params) {
    underWay++;
    try {
      const response = await fetch(`${this.url}/api/v1/${path}?${new URLSearchParams(params)}`);
      const body = await response.json();
      if (body.status !== 'success') {
        throw new Error(body.error);
      }
      return body.data;
    } finally {
      underWay--;
    }
  }

  /** The built-in variables as Grafana computes them; $__rate_interval is max($__interval + scrape, 4 x scrape). */
  builtIns(request) {
    const stepMs = Math.max(request.intervalMs ?? this.scrapeMs, this.scrapeMs);
    const rateMs = Math.max(stepMs + this.scrapeMs, 4 * this.scrapeMs);
    const rangeS = Math.round((request.range.to.valueOf() - request.range.from.valueOf()) / 1000);
    const scoped = (value) => ({ text: value, value });
    const scopedVars = {
      ...request.scopedVars,
      __interval: scoped(duration(stepMs)),
      __interval_ms: scoped(stepMs),
      __rate_interval: scoped(duration(rateMs)),
      __rate_interval_ms: scoped(rateMs),
      __range: scoped(`${rangeS}s`),
      __range_s: scoped(rangeS),
      __range_ms: scoped(rangeS * 1000),
    };
    return { stepMs, scopedVars };
  }

  async runTarget(target, request) {
    const { stepMs, scopedVars } = this.builtIns(request);
    const expr = interpolate(target.expr, scopedVars);
    const record = { ...panelOf(scopedVars), refId: target.refId, expr };
    asked.push(record);

    const step = stepMs / 1000;
    const toStep = (time) => Math.floor(time.valueOf() / 1000 / step) * step;
    const instant = target.instant && !target.range;
    const range = instant ? null : { start: toStep(request.range.from), end: toStep(request.range.to), step };
    let data;
    try {
      data = instant
        ? await this.api('query', { query: expr, time: request.range.to.valueOf() / 1000 })
        : await this.api('query_range', { query: expr, ...range });
    } catch (error) {
      record.error = error.message;
      throw error;
    }

    const rows = toRows(data);
    record.series = rows.length;
    const legend = target.legendFormat && interpolate(target.legendFormat, scopedVars);
    return toFrames(rows, { ...target, legend, expr, onlyTarget: request.targets.length === 1 }, range);
  }

  query(request) {
    const targets = request.targets.filter((target) => !target.hide && target.expr);
    const run = Promise.all(targets.map((target) => this.runTarget(target, { ...request, targets })));
    return from(run.then((frames) => ({ data: frames.flat(), state: 'Done' })));
  }

  async metricFindQuery(query, options) {
    const expr = interpolate(typeof query === 'string' ? query : query.query, options?.scopedVars ?? {});
    const record = { expr };
    asked.push(record);
    try {
      const { from: start, to: end } = options.range;
      const values = await this.variableValues(expr, { start: start.valueOf() / 1000, end: end.valueOf() / 1000 });
      record.series = values.length;
      return values.map((value) => ({ text: value, value }));
    } catch (error) {
      record.error = error.message;
      throw error;
    }
  }

  async variableValues(expr, bounds) {
    const labels = expr.match(/^label_values\((?:(.+),\s*)?([a-zA-Z_]\w*)\)$/s);
    if (labels) {
      const [, selector, label] = labels;
      return this.api(`label/${label}/values`, selector ? { ...bounds, 'match[]': selector } : bounds);
    }
    const result = expr.match(/^query_result\((.+)\)$/s);
    if (result) {
      const data = await this.api('query', { query: result[1], time: bounds.end });
      return data.result.map(queryResultText);
    }
    throw new Error(`variable query ${expr}; here: label_values(...), query_result(...)`);
  }

  testDatasource() {
    return Promise.resolve({});
  }
}

/** name{label="value"} value timestamp, the text that a variable's regex sees. */
function queryResultText({ metric, value }) {
  const { __name__ = '', ...labels } = metric;
  const text = Object.entries(labels).map(([name, label]) => `${name}="${label}"`);
  return `${__name__}{${text.join(',')}} ${value[1]} ${value[0] * 1000}`;
}
