"""Scrapy as a peer: reads the same pages, finds the same things, and prints the same figures."""

import json
import resource
import sys
import time

import scrapy
from scrapy.crawler import CrawlerProcess

PORT, PAGES, AT_ONCE = (int(word) for word in sys.argv[1:4])
found = {"pages": 0, "items": 0, "bytes": 0, "begun": 0.0, "ended": 0.0}


class Pages(scrapy.Spider):
    name = "pages"
    custom_settings = {
        "CONCURRENT_REQUESTS": AT_ONCE, "CONCURRENT_REQUESTS_PER_DOMAIN": AT_ONCE, "DOWNLOAD_DELAY": 0,
        "LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "COOKIES_ENABLED": True, "ROBOTSTXT_OBEY": False,
        "USER_AGENT": "Tidemark/bench"}

    async def start(self):
        found["begun"] = time.monotonic()
        for page in range(PAGES):
            yield scrapy.Request(f"http://127.0.0.1:{PORT}/page/{page}", callback=self.parse)

    def parse(self, response):
        found["pages"] += 1
        found["bytes"] += len(response.body)
        for product in response.xpath("//li[@class='product']"):
            name = product.xpath("h3/text()").get()
            price = product.xpath("span[@class='price']/text()").get()
            link = product.xpath("a/@href").get()
            if name and price and link:
                found["items"] += 1
        found["ended"] = time.monotonic()


def peak() -> float:
    """Megabytes of this program alone: `ru_maxrss` goes back to before it was one."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024


process = CrawlerProcess()
process.crawl(Pages)
process.start()
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "pages": found["pages"], "items": found["items"], "bytes": found["bytes"],
    "seconds": found["ended"] - found["begun"], "processorSeconds": usage.ru_utime + usage.ru_stime,
    "peakMegabytes": peak()}))
