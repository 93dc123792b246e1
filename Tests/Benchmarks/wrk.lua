-- For wrk: asks for the paths of the file PATHS in a seeded random order (or for the one path of the address), with the
-- header lines of the file HEADERS, and ends with one line of JSON. Latencies are in milliseconds.
local requests = {}

local function lines(name)
    local file = name and name ~= "" and io.open(name)
    local found = {}
    if file then
        for line in file:lines() do found[#found + 1] = line end
        file:close()
    end
    return found
end

function init()
    for _, line in ipairs(lines(os.getenv("BENCH_HEADERS"))) do
        local name, value = line:match("^([^:]+): (.*)$")
        if name then wrk.headers[name] = value end
    end
    for _, path in ipairs(lines(os.getenv("BENCH_PATHS"))) do requests[#requests + 1] = wrk.format("GET", path) end
    if #requests == 0 then requests[1] = wrk.format("GET", wrk.path) end
    math.randomseed(tonumber(os.getenv("BENCH_SEED") or "1"))
end

function request()
    if #requests == 1 then return requests[1] end
    return requests[math.random(#requests)]
end

function done(summary, latency)
    io.write(string.format(
        '\nJSON {"requests": %d, "microseconds": %d, "bytes": %d, "bad_status": %d, "broken": %d, ' ..
        '"p50": %.3f, "p95": %.3f, "p99": %.3f, "max": %.3f}\n',
        summary.requests, summary.duration, summary.bytes, summary.errors.status,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
        latency.max / 1000))
end
