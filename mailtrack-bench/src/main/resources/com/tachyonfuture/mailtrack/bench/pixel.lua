-- The load of bin/bench for wrk: fetches the pixels of many tracks for many readers. All requests are made before the
-- first is sent, so that wrk has little to do meanwhile. Argument: a file with the ids of the tracks, one in each line.

local readers = 100000

local userAgents = {
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
  "Mozilla/5.0",
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
  "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
  "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
}

local threads = 0

-- Each thread begins elsewhere among the readers.
function setup(thread)
  thread:set("start", threads * 37987)
  threads = threads + 1
end

-- No two readers share an address: an odd factor gives each number below 2^24 another one.
local function address(reader)
  local bits = (reader * 2654435761) % 16777216
  return string.format("81.%d.%d.%d", math.floor(bits / 65536), math.floor(bits / 256) % 256, bits % 256)
end

function init(args)
  requests = {}
  at = start % readers
  local tracks = {}
  for id in io.lines(args[1]) do
    tracks[#tracks + 1] = id
  end
  for reader = 1, readers do
    requests[reader] = "GET /p/" .. tracks[(reader * 31) % #tracks + 1] .. ".gif HTTP/1.1\r\n"
      .. "Host: mail.example.org\r\n"
      .. "X-Forwarded-For: " .. address(reader) .. "\r\n"
      .. "User-Agent: " .. userAgents[reader % #userAgents + 1] .. "\r\n"
      .. "Accept: image/avif,image/webp,*/*;q=0.8\r\n"
      .. "Accept-Encoding: gzip, deflate, br\r\n\r\n"
  end
end

function request()
  at = at % readers + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("mailtrack-bench requests=%d duration=%d connect=%d read=%d write=%d status=%d timeout=%d "
    .. "p50=%d p99=%d p999=%d max=%d\n",
    summary.requests, summary.duration, errors.connect, errors.read, errors.write, errors.status, errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9), latency.max))
end
